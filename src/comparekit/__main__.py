"""`python -m comparekit` is the same as `comparekit`."""

from comparekit.cli import main

if __name__ == "__main__":
    main()
