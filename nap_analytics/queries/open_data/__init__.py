"""The rows that the formats of open data are written from: one .sql file and one function each, amounts as exact decimals."""
