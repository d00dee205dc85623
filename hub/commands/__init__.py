"""One file per command of `hub`: a function of the file's name, or a `typer.Typer` called `app` for a group."""
