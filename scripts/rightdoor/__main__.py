"""`python -m rightdoor`: the same as the command `rightdoor`."""

from rightdoor.cli import main

if __name__ == "__main__":
    main(prog_name="rightdoor")
