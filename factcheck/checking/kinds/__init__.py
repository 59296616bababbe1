"""The kinds of claims that are judged, one file each; the folder is listed, nothing registers."""
