# SPDX-License-Identifier: Apache-2.0
"""A waiting-room screen that rotates until it is touched, and is read when it is.

The words: a pack holds sections, a section blocks; a finding is one fault in them. A screen and a layout
(wall or reading) make pages of the blocks, a book of the pages. The show says which page is on, the station
is this machine.
"""
