"""Charts: functions from a frame to a figure, without queries, arithmetic or Streamlit."""
