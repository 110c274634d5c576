"""A transparency log: RFC 9162 trees, C2SP tiles, checkpoints, cosignatures. It reads nothing."""
