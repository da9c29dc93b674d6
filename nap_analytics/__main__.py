"""python -m nap_analytics."""

from nap_analytics.cli import app

if __name__ == "__main__":
    app()
