"""What the pages share: the frame, the components and the caches. Streamlit is imported here, in the pages and in app.py alone."""
