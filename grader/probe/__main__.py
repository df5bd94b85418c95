"""`python -m grader.probe`: the child of a sandbox."""

from grader.probe.child import main

main()
