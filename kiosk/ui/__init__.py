# SPDX-License-Identifier: Apache-2.0
"""What a visitor touches: the window and its bridges (Qt Quick)."""
