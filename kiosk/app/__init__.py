# SPDX-License-Identifier: Apache-2.0
"""What belongs together: builds everything, ends everything, in one written order."""
