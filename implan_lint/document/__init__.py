"""What a file is: source, front matter, sections and blocks with exact spans."""
