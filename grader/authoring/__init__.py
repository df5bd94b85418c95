"""What authors and CI run on a course: `verify` proves that its exercises and solutions hold together."""
