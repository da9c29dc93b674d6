"""Plans compared: structure and time, what was done, money, themes, context, what the plans say."""
