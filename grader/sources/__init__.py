"""Where submissions come from: folders, archives, and what learning platforms export."""
