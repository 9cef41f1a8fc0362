"""Files of people and companies to be screened: found out how they are written, read row by row."""
