"""Files to take away: asks the questions, hands the answers to the exchange, in the language shown. No page is drawn here."""
