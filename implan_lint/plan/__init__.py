"""What a plan means: its goals, actions, risks and the rest, and the readers that find them."""
