/// The mathematical functions in double-double arithmetic: true values for millions of arguments,
/// independent of the library's own functions. They are held to mpmath's values.
package io.lanewise.jmh.accuracy.reference;
