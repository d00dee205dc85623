"""Erasing a person (个人信息保护法第四十七条): proposed by one, approved by another, done in one transaction."""
