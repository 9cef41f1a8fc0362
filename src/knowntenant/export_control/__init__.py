"""Export rules that bind a cloud provider: headquarters, red flags, affiliates, consignees."""
