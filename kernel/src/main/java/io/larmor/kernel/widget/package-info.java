/** Widgets that Jupyter front ends know (ipywidgets protocol 2.1), with text and HTML for those that do not. */
package io.larmor.kernel.widget;
