"""Files to take away: asks the queries and hands the answers, in the language shown, to what writes files. No page is drawn here."""
