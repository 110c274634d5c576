"""How the Kurultai oversees the Government: its hour, reports of its members, petitions."""
