# SPDX-License-Identifier: Apache-2.0
"""What is shown: packs, sections, blocks and their faults; no Qt."""
