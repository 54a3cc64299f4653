"""The defects that checkfirst can name, one module for each prefix of codes."""
