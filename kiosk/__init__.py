# SPDX-License-Identifier: Apache-2.0
"""A waiting-room screen that rotates until it is touched, and is read when it is."""
