# SPDX-License-Identifier: Apache-2.0
"""How a page becomes a picture (Qt Gui)."""
