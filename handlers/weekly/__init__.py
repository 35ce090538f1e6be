"""Help that comes again every week."""
