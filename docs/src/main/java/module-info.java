/// The tour of the library; its guide lies beside it, in Markdown.
module io.lanewise.docs {
  requires io.lanewise.memmap;
  requires io.lanewise.optimize;
  requires java.desktop;
  requires java.management;
  requires jdk.incubator.vector;
  requires xchart;
}
