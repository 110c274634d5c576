"""The comparison table (салыстырма кесте), and the forms in which it is given out."""
