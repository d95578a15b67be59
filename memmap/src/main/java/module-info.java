/// Arrays in files: mapped into memory, or read and written whole.
module io.lanewise.memmap {
  requires transitive io.lanewise.ndarray;

  exports io.lanewise.memmap;
}
