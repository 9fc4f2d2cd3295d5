# SPDX-License-Identifier: Apache-2.0
"""How a pack sits on this screen: sizes, breaks, pages; no Qt."""
