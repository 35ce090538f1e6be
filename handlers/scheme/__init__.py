"""Those who look after the scheme: neighbourhoods, roles, requests that need a hand."""
