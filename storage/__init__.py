"""What is remembered: tables, one transaction at a time, encryption and migrations."""
