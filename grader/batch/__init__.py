"""Many submissions: what is open is worked out from the journal, graded by any executor, and journalled as it
comes back.
"""
