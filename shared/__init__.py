"""What all services share: the kernel of procedure, the contracts, and the machinery."""
