"""A volunteer helps: from the claim to the door, or back to the others."""
