"""What tells that two reports speak of one occasion is learnt on pairs labelled by hand."""
