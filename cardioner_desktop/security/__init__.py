"""What a site can trust: signatures of packs, keys, policies, the audit trail."""
