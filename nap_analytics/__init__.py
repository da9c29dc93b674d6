"""NAP Analytics: national action plans on women, peace and security, measured and compared."""
