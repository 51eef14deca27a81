/** Products of matrices, single and double, in plain Java and on the Vector API. */
package io.larmor.learn.product;
