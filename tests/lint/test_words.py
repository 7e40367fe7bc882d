"""What people read is there in English and in Russian."""
