# SPDX-License-Identifier: Apache-2.0
"""What is on now: a state machine; time is an argument."""
