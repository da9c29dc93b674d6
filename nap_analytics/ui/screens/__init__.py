"""The screens: a folder for each page, with the sections that it draws."""
