"""Makes the weights that ship with checkfirst from a folder of labelled documents."""
