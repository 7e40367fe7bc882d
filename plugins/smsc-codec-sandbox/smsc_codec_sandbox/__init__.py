"""A stand-in for the service on this machine: what clients send is caught, priced, linted and shown, never sent."""

from __future__ import annotations
