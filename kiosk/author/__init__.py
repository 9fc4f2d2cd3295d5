# SPDX-License-Identifier: Apache-2.0
"""What a writer needs: checking, readability, previews."""
