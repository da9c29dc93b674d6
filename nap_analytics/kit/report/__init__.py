"""The annual report of a plan: asks the questions and writes down the answers, leaves to the author what only the author knows."""

from nap_analytics.kit.report.document import annual_report, newest_plan, report_that_failed

__all__ = ["annual_report", "newest_plan", "report_that_failed"]
