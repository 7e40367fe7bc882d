// The room of requests: what the list and its orders do is all there is.
import "./orders.js";
