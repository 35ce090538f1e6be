"""People without an app: a coordinator takes their requests on the phone, and rings with news."""
