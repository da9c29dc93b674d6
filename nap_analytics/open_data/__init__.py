"""Files for machines: IATI, HXL, SDMX, a data package, Parquet and CSV. Each asks the queries of its own and writes what they answer."""
