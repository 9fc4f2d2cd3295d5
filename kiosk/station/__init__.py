# SPDX-License-Identifier: Apache-2.0
"""The machine and the world outside: settings, files, clock, power; no Qt."""
