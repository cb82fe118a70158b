"""Runs rules over a plan and makes diagnostics of their findings."""
